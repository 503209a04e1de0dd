//! What is stored about people, declared once: each column that points at a person. The page of what is stored about
//! me, the export, leaving, and making two persons one all read these declarations; a test holds them against the
//! database's own foreign keys, so that nothing can be forgotten.

/// A column that points at a person.
#[derive(Debug)]
pub struct Personal {
    /// The table.
    pub table: &'static str,
    /// The column with the person's id.
    pub column: &'static str,
    /// Word key: what this is, in plain words to that person.
    pub word: &'static str,
    /// The columns shown to that person and put in their export.
    pub shows: &'static [&'static str],
    /// The columns that name the row, without this one if it is part of the key.
    pub key: &'static [&'static str],
    /// Together with these columns the person must be unique; `None`: any number of rows.
    pub unique_with: Option<&'static [&'static str]>,
    /// What becomes of the row when the person leaves.
    pub on_leave: OnLeave,
}

/// What becomes of a row when its person leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnLeave {
    /// It stays with a person who has no name any more: what was said and decided in the open is still there.
    Keep,
    /// It is deleted.
    Delete,
    /// The column is emptied.
    Empty,
}
