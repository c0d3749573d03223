/** The published documents behind the figures, by their own Danish names and the year they appeared. */
export const documents = {
  '000': 'Evaluering: 3P-netværket (2019)',
  '001': 'Frivillige mentorer i beskæftigelsesindsatsen (2018)',
  '002': 'Frivillige erhvervsmentorer til unge (2021)',
  '003': 'Kvinder i job: Mentoring for migranter i de nordiske lande (2024)',
} as const;
