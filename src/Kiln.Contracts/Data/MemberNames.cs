namespace Kiln.Contracts.Data;

/// <summary>What columns are called as members of a generated type: as the contract says, where C# allows it.</summary>
public static class MemberNames
{
    /// <summary>In the order of the columns, without the sign of a keyword.</summary>
    public static IReadOnlyList<string> Of(DataContract contract, string typeName) =>
        Identifier.Distinct([.. contract.Columns.Select(column => column.Property)], [.. ReservedNames.OfRecords, typeName]);
}
