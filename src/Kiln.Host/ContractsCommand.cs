using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>
/// Infers the contracts that are missing, from the data as it is today. One that exists belongs to people and is left alone; a locked build
/// infers none.
/// </summary>
sealed class ContractsCommand(Request request, Output output)
{
    const int MostNamed = 10;

    public void Run()
    {
        DatasetCheck.ThrowIfUnreadable([.. request.Datasets.Where(dataset => !dataset.IsAbsent)]);
        TemporaryFile.Sweep(request.Temporary);
        foreach (var dataset in request.Datasets.Where(dataset => !File.Exists(dataset.Contract)))
        {
            if (request.Locked)
            {
                output.Report(Missing(dataset));
                continue;
            }
            TemporaryFile.Sweep(Path.GetDirectoryName(dataset.Contract)!);
            var doubts = new List<Diagnostic>();
            var contract = ContractInference.Infer(dataset, SchemaReference.OfContract(request, dataset.Contract), doubt =>
            {
                if (!IsToldByReading(doubt))
                    doubts.Add(doubt);
            });
            AtomicFile.WriteIfChanged(dataset.Contract, ContractJson.Write(contract), request.Temporary);
            output.Report(Inferred(dataset, contract, doubts.Count));
            doubts.ForEach(output.Report);
        }
    }

    /// <summary>The same build goes on to read the data by the contract, and every build that does tells which columns it leaves out.</summary>
    public static bool IsToldByReading(Diagnostic diagnostic) => diagnostic.Id == Ids.ColumnLeftOut;

    /// <summary>A warning, because this is the one moment at which what was guessed about the data is looked at.</summary>
    static Diagnostic Inferred(Dataset dataset, DataContract contract, int doubts) => new(dataset.Contract, 1, 1, Ids.ContractInferred,
        $"the contract of '{dataset.Name}' was inferred from {Counted.Format(contract.Rows, "row")}"
        + $"{(doubts == 0 ? "" : $" ({Counted.Format(doubts, "doubt")} {(doubts == 1 ? "is" : "are")} reported separately)")}, and builds will not change it; "
        + NoInputs(contract)
        + "review types, roles and what counts as missing, and commit it",
        IsWarning: true);

    /// <summary>A column that is left out by mistake is missed by nobody, so all are named.</summary>
    static string NoInputs(DataContract contract)
    {
        var left = contract.Columns.Where(column => column.Role is ColumnRole.Id or ColumnRole.Ignore).Select(column => $"'{column.Name}' ({Words.Format(column.Role)})").ToList();
        return left.Count == 0 ? ""
            : $"{string.Join(", ", left.Take(MostNamed))}{(left.Count > MostNamed ? $" and {left.Count - MostNamed} more" : "")} "
                + $"{(left.Count == 1 ? "is no input" : "are no inputs")}; ";
    }

    Diagnostic Missing(Dataset dataset)
    {
        return ItemLocation.Say(dataset, Ids.LockedBuild,
            $"the build is locked and may not write the contract of '{dataset.Name}': "
            + $"{Path.GetRelativePath(request.Directory, dataset.Contract)}: missing → inferred from the data; {LockedBuild.WhatToDo}");
    }
}
