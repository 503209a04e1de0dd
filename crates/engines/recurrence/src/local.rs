//! Danish local time and moments in the world.

use chrono::{DateTime, Duration, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;

/// The zone's name (IANA), as calendars write it.
pub const ZONE: &str = "Europe/Copenhagen";

/// The zone for calendars (RFC 5545, 3.6.5). The clock changes at 01:00 UTC on the last Sundays of March and October
/// (directive 2000/84/EC; so since 1996).
pub const VTIMEZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\n\
    BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n\
    END:VTIMEZONE\r\n";

/// The moment of a local time. One that the change to summer time leaves out is an hour later by the clock, and of one that
/// comes twice the first is meant: as RFC 5545, 3.3.5, has it, and so as every calendar shows it.
#[must_use]
pub fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    if let Some(at) = Copenhagen.from_local_datetime(&local).earliest() {
        return at.with_timezone(&Utc);
    }
    // By the offset before the gap.
    let before = local - Duration::hours(3);
    let offset = Copenhagen.from_local_datetime(&before).earliest().map_or(3600, |at| at.offset().fix().local_minus_utc());
    (local - Duration::seconds(i64::from(offset))).and_utc()
}

/// The local time of a moment.
#[must_use]
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Copenhagen).naive_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> String {
        instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap_or_default()).format("%Y-%m-%dT%H:%MZ").to_string()
    }

    #[test]
    fn a_time_that_does_not_exist_is_the_next_hour_and_one_that_comes_twice_is_the_first() {
        assert_eq!(utc("2027-03-28 01:59"), "2027-03-28T00:59Z");
        assert_eq!(utc("2027-03-28 02:00"), "2027-03-28T01:00Z");
        assert_eq!(utc("2027-03-28 02:30"), "2027-03-28T01:30Z");
        assert_eq!(utc("2027-03-28 03:00"), "2027-03-28T01:00Z");
        assert_eq!(utc("2027-10-31 02:30"), "2027-10-31T00:30Z");
        assert_eq!(utc("2027-10-31 03:00"), "2027-10-31T02:00Z");
    }

    #[test]
    fn every_local_time_that_exists_comes_back_as_it_was() {
        let start = NaiveDateTime::parse_from_str("2027-01-01 00:15", "%Y-%m-%d %H:%M").unwrap_or_default();
        for hour in 0..(24 * 366) {
            let at = start + Duration::hours(hour);
            let back = local(instant(at));
            assert!(back == at || back == at + Duration::hours(1) && at.to_string().starts_with("2027-03-28 02"), "{at} came back as {back}");
        }
    }
}
