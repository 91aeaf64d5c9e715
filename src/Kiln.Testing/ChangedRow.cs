namespace Kiln.Testing;

/// <summary>A row and what it was changed to, with both answers.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Move">How far the answer moved; NaN where one of two scores is no number.</param>
readonly record struct ChangedRow<TInput, TPrediction>(int Place, TInput Before, TInput After, TPrediction Was, TPrediction Became, double Move)
{
    public override string ToString() => $"row {Place}\n  {Before}\n  {Was}{(Equals(Before, After) ? "" : $"\nchanged to\n  {After}\n  {Became}")}";
}
