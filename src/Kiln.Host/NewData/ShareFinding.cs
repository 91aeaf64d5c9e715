namespace Kiln.Host.NewData;

/// <summary>How far a new file's shares lie from those before it.</summary>
/// <param name="Index">The population stability index.</param>
/// <param name="Bin">The bin that differs most.</param>
/// <param name="Share">Its share of the new rows, 0 to 1.</param>
/// <param name="Before">Its share of the earlier ones.</param>
sealed record ShareFinding(double Index, Limit Limit, int Bin, double Share, double Before, long Rows, long EarlierRows)
{
    public bool IsAlarm => Index > Limit.Value;
}
