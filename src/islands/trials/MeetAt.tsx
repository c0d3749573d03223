/** Where two meet: an address of the web can be pressed; anything else is just read. */
export function MeetAt({ meet_at }: { meet_at: string | null }) {
  const text = meet_at ?? '';
  if (!/^https:\/\/[^\s]+$/i.test(text)) return <bdi>{text}</bdi>;
  return (
    <a href={text} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
