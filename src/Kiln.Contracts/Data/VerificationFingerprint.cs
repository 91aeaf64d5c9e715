using System.Globalization;

namespace Kiln.Contracts.Data;

/// <summary>What a contract asks of the data beyond what <see cref="ContractFingerprint"/> covers: rules that are held against rows and change no model.</summary>
public static class VerificationFingerprint
{
    /// <summary>Null where there is nothing, so that the other one says all that was verified.</summary>
    public static string? Compute(DataContract contract)
    {
        var fingerprint = new Fingerprint().Add("verification 1");
        var any = contract.Key.Count > 0 || contract.Limits is not null || contract.Rules.Count > 0;
        foreach (var column in contract.Columns.Where(HasRules))
        {
            any = true;
            fingerprint.Add(column.Name).Add(column.MaxMissing).Add(column.Unique ? "unique" : "").Add(column.Pattern)
                .Add(column.MinLength).Add(column.MaxLength).Add(Text(column.Earliest)).Add(Text(column.Latest))
                .Add(column.Tolerance).Add(Words.Format(column.Severity));
        }
        if (!any)
            return null;
        fingerprint.Add((string?)null).Add(contract.Key);
        if (contract.Limits is { } limits)
            fingerprint.Add(limits.Min).Add(limits.MinPerFile).Add(limits.MaxPerFile).Add(limits.Duplicates).Add(limits.Latest).Add(Words.Format(limits.Severity));
        foreach (var rule in contract.Rules)
            fingerprint.Add((string?)null).Add(rule.Name).Add(rule.Sql).Add(rule.Tolerance).Add(Words.Format(rule.Severity));
        return fingerprint.ToString();
    }

    static bool HasRules(Column column) =>
        column.MaxMissing is not null || column.Unique || column.Pattern is not null || column.MinLength is not null || column.MaxLength is not null
        || column.Earliest is not null || column.Latest is not null || column.Tolerance > 0 || column.Severity != Severity.Error;

    static string? Text(DateTime? date) => date?.ToString("s", CultureInfo.InvariantCulture);
}
