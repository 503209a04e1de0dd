//! The tool `recommendations`.
