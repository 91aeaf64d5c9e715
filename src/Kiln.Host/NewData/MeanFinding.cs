namespace Kiln.Host.NewData;

/// <summary>How far the mean of a new file lies from that of those before it.</summary>
/// <param name="Squared">In standard deviations, squared.</param>
sealed record MeanFinding(double Squared, Limit Limit, double Mean, double Before, long Rows, long EarlierRows)
{
    public bool IsAlarm => Squared > Limit.Value;
}
