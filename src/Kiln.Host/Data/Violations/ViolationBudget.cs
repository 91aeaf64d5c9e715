namespace Kiln.Host.Data.Violations;

/// <summary>How many violations of a dataset are kept beyond those that are shown: five thousand columns may all be wrong in every row.</summary>
sealed class ViolationBudget(int most = 100_000)
{
    int _left = most;

    public bool Take() => _left > 0 && _left-- > 0;
}
