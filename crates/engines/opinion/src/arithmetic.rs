//! Arithmetic that gives the same bits on every machine.
//!
//! The standard library's `exp` and `ln` come from the platform's mathematics library and may differ in the last bit from
//! one system to the next. A published map must be recomputable anywhere, so the engine uses only `+ − × ÷ √` (exact by
//! IEEE 754) and the two functions below, which are built from them.

/// Natural logarithm of a positive, normal number; relative error below 1e-14.
///
/// Splits `x = m·2^e` with `m` in `[√½, √2)` and sums `2·artanh((m−1)/(m+1))`. Anything not above the smallest normal
/// number is treated as that number, so the result is always finite for finite input.
pub(crate) fn ln(x: f64) -> f64 {
    let bits = x.max(f64::MIN_POSITIVE).to_bits();
    let mut exponent = ((bits >> 52) & 0x7ff) as i64 - 1023;
    let mut mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    if mantissa > std::f64::consts::SQRT_2 {
        mantissa *= 0.5;
        exponent += 1;
    }
    let z = (mantissa - 1.0) / (mantissa + 1.0);
    let square = z * z;
    let mut sum = 0.0;
    for odd in (0..12).rev() {
        sum = sum * square + 1.0 / (2 * odd + 1) as f64;
    }
    exponent as f64 * std::f64::consts::LN_2 + 2.0 * z * sum
}

/// Exponential function; relative error below 1e-13. Arguments below −700 give 0, above 700 are cut to 700.
pub(crate) fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let x = x.min(700.0);
    let power = (x / std::f64::consts::LN_2).round();
    let rest = x - power * std::f64::consts::LN_2;
    let mut sum = 1.0;
    for step in (1..=16).rev() {
        sum = 1.0 + sum * rest / f64::from(step);
    }
    sum * f64::from_bits(((power as i64 + 1023) as u64) << 52)
}

/// Rounds to nine decimals and turns a negative zero into zero. What is published is rounded so: few enough digits to come
/// back from JSON unchanged.
pub(crate) fn published(x: f64) -> f64 {
    if !x.is_finite() {
        return 0.0;
    }
    let rounded = (x * 1e9).round() / 1e9;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// The splitmix64 generator (Steele, Lea and Flood 2014): small, fixed, and enough for choosing starts and rows to drop.
#[derive(Debug, Clone)]
pub(crate) struct SplitMix(u64);

impl SplitMix {
    /// A generator with its own stream for `seed` and `stream`.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut generator = Self(seed ^ stream.wrapping_mul(0xd134_2543_de82_ef95));
        generator.next_u64();
        generator
    }

    /// The next 64 bits.
    pub(crate) fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in `[0, 1)`.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// An index below `bound` (0 if `bound` is 0).
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((self.unit() * bound as f64) as usize).min(bound.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithm_and_exponential_agree_with_the_library_to_thirteen_digits() {
        for step in 1..2000 {
            let x = f64::from(step) * 0.013;
            assert!((ln(x) - x.ln()).abs() < 1e-13 * x.ln().abs().max(1.0), "ln {x}");
            for y in [x, -x] {
                assert!((exp(y) / y.exp() - 1.0).abs() < 1e-12, "exp {y}");
            }
        }
        assert_eq!(ln(1.0), 0.0);
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp(-1000.0), 0.0);
        assert!(ln(0.0).is_finite() && exp(1e9).is_finite());
    }

    #[test]
    fn published_numbers_are_finite_and_never_negative_zero() {
        assert_eq!(published(-1e-20).to_bits(), 0);
        assert_eq!(published(f64::NAN), 0.0);
        assert_eq!(published(0.25), 0.25);
    }
}
