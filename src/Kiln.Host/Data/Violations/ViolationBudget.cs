namespace Kiln.Host.Data.Violations;

/// <summary>How many violations of a dataset are kept beyond those that are shown: five thousand columns may all be wrong in every row.</summary>
sealed class ViolationBudget(int most = 100_000)
{
    ViolationBudget[] _parts = [];
    int _left = most;

    public bool Take() => _left > 0 && _left-- > 0;

    /// <summary>
    /// Parts for those that work side by side. Each has its own, because which violations are kept must not hang on who was faster.
    /// They have something once it was dealt.
    /// </summary>
    public IReadOnlyList<ViolationBudget> Split(int parts) => _parts = [.. Enumerable.Range(0, parts).Select(_ => new ViolationBudget(0))];

    /// <summary>Divides evenly what the parts have left.</summary>
    public void Deal()
    {
        Collect();
        foreach (var part in _parts)
            part._left = _left / _parts.Length;
        _left %= _parts.Length;
    }

    /// <summary>Takes back what the parts have left.</summary>
    public void Collect()
    {
        foreach (var part in _parts)
            (_left, part._left) = (_left + part._left, 0);
    }
}
