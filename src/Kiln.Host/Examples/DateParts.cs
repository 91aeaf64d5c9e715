using Kiln.Contracts.Models;
using Parts = Kiln.CompilerServices.DateParts;

namespace Kiln.Host.Examples;

/// <summary>The parts of a date as training sees them: computed by the code the application predicts with.</summary>
static class DateParts
{
    public static float Compute(DateTime date, DatePart part) => part switch
    {
        DatePart.Year => Parts.Year(date),
        DatePart.Month => Parts.Month(date),
        DatePart.Day => Parts.Day(date),
        DatePart.DayOfWeek => Parts.DayOfWeek(date),
        DatePart.DayOfYear => Parts.DayOfYear(date),
        DatePart.Hour => Parts.Hour(date),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "not a date part"),
    };
}
