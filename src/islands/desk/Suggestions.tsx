import type { Proposing } from '../../features/desk/model.ts';
import type { FoundMentor } from '../../lib/api/rows.ts';
import { Group } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { PersonLine } from './labels.tsx';
import { Raise, Reasons } from './reasons.tsx';

/** The mentors who fit best: how well, why, and what would raise it. One of them is chosen. */
export function Suggestions({ form, mentors }: { form: Form<Proposing>; mentors: FoundMentor[] }) {
  const say = useSay();
  return (
    <Group form={form} name="mentor" label="desk.propose.whom" first>
      <div class="desk-suggestions">
        {mentors.map((mentor, nr) => (
          <div class="desk-suggestion" key={mentor.person}>
            <label class="option">
              <input
                id={nr === 0 ? `${form.id}-mentor` : undefined}
                type="radio"
                name="propose-mentor"
                value={mentor.person}
                checked={form.values.mentor === mentor.person}
                aria-describedby={`why-${mentor.person}`}
                onChange={() => form.set('mentor', mentor.person)}
              />
              <span>
                <strong>
                  <bdi>{mentor.name}</bdi>
                </strong>
                <small>{say('desk.propose.score', { score: mentor.score })}</small>
              </span>
            </label>
            <div id={`why-${mentor.person}`}>
              <PersonLine {...mentor} />
              <Reasons reasons={mentor.reasons} />
              <Raise raise={mentor.raise} />
            </div>
          </div>
        ))}
      </div>
    </Group>
  );
}
