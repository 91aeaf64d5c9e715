namespace Kiln.Contracts.Data;

/// <summary>What of a contract matters to training: how the file is read and what its columns are, not units, descriptions, C# names, bounds and other rules that only verify, or the profile.</summary>
public static class ContractFingerprint
{
    public static string Compute(DataContract contract)
    {
        var dialect = contract.Dialect;
        var fingerprint = new Fingerprint()
            .Add("contract 1")
            .Add(dialect.Delimiter).Add(dialect.Quote).Add(dialect.Escape).Add(dialect.Decimal).Add(dialect.Missing).Add(dialect.DateFormat);
        foreach (var column in contract.Columns)
        {
            fingerprint
                .Add(column.Name)
                .Add(Words.Format(column.Type))
                .Add(column.Nullable ? "nullable" : "required")
                .Add(Words.Format(column.Role))
                .Add(column.Values)
                .Add(column.Classes).Add(column.Positive)
                .Add(column.TrueText).Add(column.FalseText);
            // Only where they are written: no other column begins with a null, so nothing else has this text.
            if (column.Missing is not null || column.DateFormat is not null)
                fingerprint.Add((string?)null).Add(column.Missing).Add(column.DateFormat);
            if (ReadsOtherwise(column))
                fingerprint.Add((string?)null).Add("reading").Add(column.Decimal).Add(column.Thousands).Add(column.Symbols)
                    .Add(column.Trim ? "trim" : "keep").Add(column.Open ? "open" : "closed").Add(column.OnlyInTraining ? "training" : "");
        }
        return fingerprint.ToString();
    }

    /// <summary>Whether something is written that changes what training reads, beside what was there from the beginning.</summary>
    static bool ReadsOtherwise(Column column) =>
        column.Decimal is not null || column.Thousands is not null || column.Symbols.Count > 0 || !column.Trim || column.Open || column.OnlyInTraining;
}
