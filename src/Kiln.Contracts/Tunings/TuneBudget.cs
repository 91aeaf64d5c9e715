using System.Globalization;

namespace Kiln.Contracts.Tunings;

/// <summary>What a search may take: a time, such as <c>90s</c>, <c>5m</c> or <c>2h</c>, or a number of trials, such as <c>50</c>.</summary>
/// <param name="Time">Null where trials are counted.</param>
/// <param name="Trials">Null where time is.</param>
public sealed record TuneBudget(TimeSpan? Time, int? Trials)
{
    /// <summary>Where nobody says another.</summary>
    public static TuneBudget Default { get; } = new(TimeSpan.FromMinutes(5), null);

    const int MostTrials = 10_000;

    /// <summary>Null where the text is neither, or 0, more than a day, or more than 10,000 trials.</summary>
    public static TuneBudget? Parse(string text)
    {
        if (text.Length == 0)
            return null;
        var seconds = text[text.Length - 1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        var number = seconds == 0 ? text : text.Substring(0, text.Length - 1);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0)
            return null;
        if (seconds == 0)
            return value <= MostTrials ? new(null, value) : null;
        return (long)value * seconds <= 86_400 ? new(TimeSpan.FromSeconds((long)value * seconds), null) : null;
    }

    public override string ToString() => Trials is { } trials ? Counted.Format(trials, "trial")
        : Time is { } time && time.TotalSeconds % 60 != 0 ? $"{(long)time.TotalSeconds} s" : $"{(long)Time!.Value.TotalMinutes} min";
}
