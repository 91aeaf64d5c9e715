namespace Kiln.Contracts.Models;

/// <summary>What a model sees of a date-time.</summary>
public enum DatePart
{
    Year,

    /// <summary>1 to 12.</summary>
    Month,

    /// <summary>Day of the month, 1 to 31.</summary>
    Day,

    /// <summary>0 (Sunday) to 6, as <see cref="System.DayOfWeek"/>.</summary>
    DayOfWeek,

    /// <summary>1 to 366.</summary>
    DayOfYear,

    /// <summary>Hour of the day with its fraction, 0 to below 24.</summary>
    Hour,
}
