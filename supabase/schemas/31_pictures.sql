-- A picture of a person, if she wants one: a small photo or one of the drawn shapes. Apart from people and cards, so that
-- no list carries it by accident; none is as good. Who sees it: 48_who_sees_whom.sql.

create table public.pictures (
  person uuid primary key references public.people on delete cascade,
  -- A JPEG made small in the browser, without anything but the picture in it: no place, no time, no camera.
  photo bytea,
  -- A drawn shape, by its number.
  shape smallint,
  saved_at timestamptz not null default now(),
  constraint picture_is_one_of_two check ((photo is null) <> (shape is null)),
  constraint picture_is_small check (octet_length(photo) <= 20480),
  constraint picture_shape_range check (shape between 1 and 12)
);
alter table public.pictures enable row level security;
grant select on public.pictures to authenticated;

-- Is this a JPEG of at most 256 times 256, with nothing beside the picture? Its segments are read up to the one that says
-- how large it is: a file that only calls itself a picture has none, and one that tells more (where it was taken, a
-- comment) is not taken either.
create function private.is_small_jpeg(photo bytea) returns boolean
  language plpgsql immutable set search_path = '' as $$
declare
  at integer := 2;
  marker integer;
  size integer;
begin
  if octet_length(photo) < 64 or substring(photo for 2) <> '\xffd8' or substring(photo from octet_length(photo) - 1) <> '\xffd9' then
    return false;
  end if;
  while at + 9 < octet_length(photo) loop
    marker := get_byte(photo, at + 1);
    size := get_byte(photo, at + 2) * 256 + get_byte(photo, at + 3);
    if get_byte(photo, at) <> 255 or size < 2 or marker between 225 and 239 or marker = 254 then
      return false;
    elsif marker in (192, 193, 194) then
      return get_byte(photo, at + 5) * 256 + get_byte(photo, at + 6) between 1 and 256
        and get_byte(photo, at + 7) * 256 + get_byte(photo, at + 8) between 1 and 256;
    end if;
    at := at + 2 + size;
  end loop;
  return false;
end $$;

-- What can happen to it

-- Show this photo of me: a JPEG in base64, at most 256 times 256 and 20 kB, made so in the browser.
create function public.save_picture(photo text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  bytes bytea;
begin
  if char_length(photo) > 27400 then
    perform private.refuse('picture_is_small');
  end if;
  begin
    bytes := decode(photo, 'base64');
  exception when invalid_parameter_value then
    perform private.refuse('picture_unsound');
  end;
  if private.is_small_jpeg(bytes) is not true then
    perform private.refuse('picture_unsound');
  end if;
  perform private.keep_picture(me, bytes, null);
end $$;
grant execute on function public.save_picture to authenticated;

-- Show a drawn shape instead, 1 to 12; null is what everybody begins with, a stone with the first letter.
create function public.choose_shape(shape integer) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.keep_picture(private.me(), null, shape);
end $$;
grant execute on function public.choose_shape to authenticated;

create function private.keep_picture(person_is uuid, photo bytea, shape integer) returns void
  language plpgsql set search_path = '' as $$
begin
  if not exists (select from public.people p where p.id = person_is) then
    perform private.refuse('apply_first');
  end if;
  if photo is null and shape is null then
    delete from public.pictures p where p.person = person_is;
  else
    insert into public.pictures as p (person, photo, shape) values (person_is, keep_picture.photo, keep_picture.shape)
    on conflict (person) do update set photo = excluded.photo, shape = excluded.shape, saved_at = now();
  end if;
  perform private.note('keep_picture', 'person', person_is);
end $$;

-- {"photo": base64} or {"shape": number}.
create function private.picture_told(p public.pictures) returns jsonb
  language sql stable set search_path = '' as $$
  select case when p.photo is null then jsonb_build_object('shape', p.shape)
    else jsonb_build_object('photo', translate(encode(p.photo, 'base64'), E'\n', '')) end
$$;
grant execute on function private.picture_told to authenticated;

-- The pictures of up to fifty people whose cards I see, by person.
create function public.pictures_of(people uuid[]) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(p.person, private.picture_told(p)), '{}')
  from public.pictures p where p.person = any (people[:50])
$$;
grant execute on function public.pictures_of to authenticated;
