namespace Kiln.Contracts.Data;

/// <summary>A contract as far as it can be read: what names columns can be held against their names, whatever else is wrong with them.</summary>
/// <param name="Contract">With the columns that can be read.</param>
/// <param name="Unclear">The columns of which only the name is known, or that are there twice; null where a column's name is not known either.</param>
public sealed record ContractPart(DataContract Contract, IReadOnlyList<string>? Unclear)
{
    /// <summary>Every column's name.</summary>
    public IEnumerable<string> Names => Contract.Columns.Select(column => column.Name).Concat(Unclear ?? []).Distinct();

    public bool IsClear(string name) => Unclear?.Contains(name) == false;
}
