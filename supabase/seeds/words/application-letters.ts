/** What the demo's coordinators have written to applicants. */
import type { Locale } from '../../../src/schemas/vocabulary.ts';

type InEachLanguage = Record<Locale, string>;

export const questions: InEachLanguage = {
  en: 'Thank you, {name}. Which days and hours suit you for meetings?',
  nb: 'Takk, {name}. Hvilke dager og tider passer for deg?',
  da: 'Tak, {name}. Hvilke dage og tider passer dig?',
  sv: 'Tack, {name}. Vilka dagar och tider passar dig?',
};

/** Of a first talk at a Danish desk; when it ended, not everything had been talked about. */
export const notes = {
  impression: 'Rolig og klar. Ved, hvad hun vil, og spørger meget.',
  parts: {
    goals: 'Vil tilbage til sit fag. Om et halvt år: et kursus, og nogen at ringe til.',
    work: 'Otte år på et kontor, stod for løn og vagter.',
    language: 'Taler dansk til daglig. Vil gerne have møderne på dansk og slå ord op på engelsk.',
  },
  competences: { formal: 'Eksamen hjemmefra, ikke vurderet endnu.', home: 'Kasserer i en forening.' },
  talked: [],
  clarity: 3,
  readiness: null,
};

/** By state. */
export const letters: Record<string, InEachLanguage> = {
  accepted: {
    en: 'Dear {name},\n\nwelcome to the programme. We were glad to talk with you, and look forward to what comes.',
    nb: 'Kjære {name}\n\nVelkommen til programmet. Det var fint å snakke med deg, og vi gleder oss til det som kommer.',
    da: 'Kære {name}\n\nVelkommen til programmet. Det var rart at tale med dig, og vi glæder os til det, der kommer.',
    sv: 'Kära {name}!\n\nVälkommen till programmet. Det var roligt att prata med dig, och vi ser fram emot det som kommer.',
  },
  waiting: {
    en: 'Dear {name},\n\nwe would like to have you with us. Right now nobody in your field is free. You keep your place in line, and we write as soon as somebody is.',
    nb: 'Kjære {name}\n\nVi vil gjerne ha deg med. Akkurat nå er ingen i fagfeltet ditt ledig. Du beholder plassen din i køen, og vi skriver så snart noen er det.',
    da: 'Kære {name}\n\nVi vil gerne have dig med. Lige nu er ingen inden for dit fag ledig. Du beholder din plads i køen, og vi skriver, så snart nogen er det.',
    sv: 'Kära {name}!\n\nVi vill gärna ha med dig. Just nu är ingen inom ditt område ledig. Du behåller din plats i kön, och vi skriver så snart någon är det.',
  },
  preparing: {
    en: 'Dear {name},\n\nwe suggest that you practise the language a little more first. Your place in line stays, and we talk again in two months.',
    nb: 'Kjære {name}\n\nVi foreslår at du øver litt mer på språket først. Plassen din i køen står, og vi snakkes igjen om to måneder.',
    da: 'Kære {name}\n\nVi foreslår, at du først øver dig lidt mere på sproget. Du beholder din plads i køen, og vi taler sammen igen om to måneder.',
    sv: 'Kära {name}!\n\nVi föreslår att du först övar lite mer på språket. Du behåller din plats i kön, och vi hörs igen om två månader.',
  },
  redirected: {
    en: 'Dear {name},\n\nthank you for your application. Another programme fits better with what you want, and we have put its address below.',
    nb: 'Kjære {name}\n\nTakk for søknaden. Et annet program passer bedre til det du vil, og adressen dit står nedenfor.',
    da: 'Kære {name}\n\nTak for din ansøgning. Et andet program passer bedre til det, du vil, og adressen står nedenfor.',
    sv: 'Kära {name}!\n\nTack för din ansökan. Ett annat program passar bättre för det du vill, och adressen dit står nedan.',
  },
  declined: {
    en: 'Dear {name},\n\nthank you for your application. This programme is for people in another situation than yours. The job-search modules are open to you.',
    nb: 'Kjære {name}\n\nTakk for søknaden. Dette programmet er for folk i en annen situasjon enn din. Modulene om jobbsøking er åpne for deg.',
    da: 'Kære {name}\n\nTak for din ansøgning. Dette program er for folk i en anden situation end din. Modulerne om jobsøgning er åbne for dig.',
    sv: 'Kära {name}!\n\nTack för din ansökan. Det här programmet är för människor i en annan situation än din. Modulerna om att söka jobb är öppna för dig.',
  },
};
