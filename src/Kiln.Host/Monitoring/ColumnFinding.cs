using Kiln.Host.NewData;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>What a period says of one column.</summary>
/// <param name="Shares">How its values are distributed; null where it had too few.</param>
/// <param name="Missing">How many rows have none.</param>
/// <param name="Unseen">How many have one that training never saw; null where that is not known.</param>
sealed record ColumnFinding(CountedColumn Column, ShareFinding? Shares, ShareFinding Missing, ShareFinding? Unseen)
{
    /// <summary>The one that is told: what was never seen and what is missing say more than that shares differ.</summary>
    public ShareFinding? Alarm => Unseen is { IsAlarm: true } ? Unseen : Missing.IsAlarm ? Missing : Shares is { IsAlarm: true } ? Shares : null;

    public bool IsAlarm => Alarm is not null;
}
