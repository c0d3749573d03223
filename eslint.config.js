import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist',
      '.data',
      '.astro',
      '.cache',
      'bench/.cache',
      'supabase/functions',
      'src/lib/api/database.ts',
    ],
  },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  // A test may be sure of what it has just made.
  {
    files: ['tests/**', 'supabase/tests/**', '**/*.test.ts', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { rules: { '@typescript-eslint/no-empty-function': ['error', { allow: ['methods', 'arrowFunctions'] }] } },
  // Programs one runs by hand or in CI speak on the console.
  { files: ['server/**', 'scripts/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
