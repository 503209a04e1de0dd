//! The tool `team`.
