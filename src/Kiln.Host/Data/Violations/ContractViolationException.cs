using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Violations;

/// <summary>Ends the work with rows that the contract does not allow.</summary>
/// <param name="legible">
/// The rows without the columns in which some value could not be read: what is left of such a column is a selection, whose distribution says
/// nothing, and what is missing from it was not missing in the file.
/// </param>
sealed class ContractViolationException(IReadOnlyList<Diagnostic> diagnostics, Table legible) : BuildException(diagnostics)
{
    public Table Legible { get; } = legible;
}
