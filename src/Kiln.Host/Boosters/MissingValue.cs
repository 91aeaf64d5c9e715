namespace Kiln.Host.Boosters;

/// <summary>What a branch of LightGBM's counts as missing, by the numbers its text has for it.</summary>
enum MissingValue
{
    /// <summary>Nothing: there was none when it was trained. NaN is read as 0.</summary>
    None,

    /// <summary>0, and NaN, which is read as 0.</summary>
    Zero,

    /// <summary>NaN.</summary>
    NaN,
}
