//! What the dataset holds, so that nobody trims it: one of everything that the program can show.
