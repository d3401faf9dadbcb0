// The papers about the house, gathered for another paper than a form.
export { HousePapers, lossOnPaper } from './house-papers.ts';
