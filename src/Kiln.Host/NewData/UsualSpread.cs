namespace Kiln.Host.NewData;

/// <summary>By how much parts of the data differ from each other beyond chance.</summary>
/// <param name="Excess">Of the part that differs most.</param>
/// <param name="Parts">How many there are.</param>
readonly record struct UsualSpread(double Excess, int Parts)
{
    /// <summary>What both say together.</summary>
    public UsualSpread With(UsualSpread other) => new(Math.Max(Excess, other.Excess), Parts + other.Parts);
}
