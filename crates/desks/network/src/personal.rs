//! What the network stores about people.

use samskab_platform::personal::{OnLeave, Personal};

/// Every column that points at a person.
pub(crate) const PERSONAL: &[&Personal] = &[
    &Personal {
        table: "network_offer",
        column: "person_id",
        word: "stored-network-offer",
        shows: &[
            "can",
            "own_words",
            "week",
            "reach",
            "per_month",
            "fast",
            "certificate_on",
            "licence",
            "first_aid",
            "languages",
            "told_at",
            "confirmed_at",
            "paused_until",
        ],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Delete,
    },
    // Whose offer it is, is theirs to know alone.
    &Personal {
        table: "network_offer",
        column: "entered_by",
        word: "stored-network-entered",
        shows: &["told_at"],
        key: &["id"],
        unique_with: None,
        on_leave: OnLeave::Empty,
    },
];
