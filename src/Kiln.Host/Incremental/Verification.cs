using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host.Incremental;

/// <summary>
/// Remembers which data were held against which rules. A lock vouches for what training reads, and rules that change no model are not part of it:
/// where they are new, the data are read again, although the model is not trained.
/// </summary>
sealed class Verification(Request request, InputHashes hashes)
{
    /// <summary>Whether the data of the contract were found well by it, or it asks for nothing that the lock does not vouch for.</summary>
    public bool Holds(Dataset dataset, DataContract contract) =>
        ComputeMark(dataset, contract) is not { } mark || File.Exists(Locate(dataset)) && File.ReadAllText(Locate(dataset)) == mark;

    public void Note(Dataset dataset, DataContract contract)
    {
        if (ComputeMark(dataset, contract) is { } mark)
            AtomicFile.WriteIfChanged(Locate(dataset), mark, request.Temporary);
    }

    string Locate(Dataset dataset) => Path.Combine(request.Output, "verified", dataset.Name);

    string? ComputeMark(Dataset dataset, DataContract contract) => VerificationFingerprint.Compute(contract) is { } rules
        ? new Fingerprint().Add(Tool.Version).Add(ContractFingerprint.Compute(contract)).Add(rules).Add(dataset.Files.Select(hashes.Compute).Order(StringComparer.Ordinal)).ToString()
        : null;
}
