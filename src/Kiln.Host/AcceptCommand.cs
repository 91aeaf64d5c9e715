using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.NewData;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>Shows how the data differs from the profiles of the contracts, and takes today's data as the profiles.</summary>
sealed class AcceptCommand(Request request, Output output)
{
    public void Run()
    {
        DatasetCheck.ThrowIfUnreadable(request.Datasets);
        TemporaryFile.Sweep(request.Temporary);
        foreach (var dataset in request.Datasets)
        {
            if (!File.Exists(dataset.Contract))
                throw new BuildException(dataset.Contract, 0, 0, Ids.ContractUnreadable,
                    $"dataset '{dataset.Name}' has no contract yet, so there is nothing to accept its data for; run dotnet build, which infers one from it");
            Accept(dataset, ContractFile.Load(dataset));
        }
    }

    void Accept(Dataset dataset, DataContract contract)
    {
        var table = TableLoader.Load(dataset, contract, null, output.Report);
        var now = contract with { Rows = table.Rows, Accepted = RowSetHash.ComputePart(table.RowHashes), Profile = TableProfile.Observe(table) };
        var name = Path.GetRelativePath(request.Directory, dataset.Contract);
        var differences = ProfileDifferences.Describe(contract, now).ToList();
        output.Show($"{name}: {(differences.Count == 0 ? "the data is as the profile says" : "the data differs from the profile")}");
        foreach (var difference in differences)
            output.Show($"  {difference}");
        // All files together may hide what is strange about one.
        if (table.Partitions.Count > 1 && contract.Rows > 0)
            SayOfEach(table);
        if (ContractJson.Write(now) == ContractJson.Write(contract))
            return;
        if (request.Locked)
            throw new BuildException(dataset.Contract, 1, 1, Ids.LockedBuild, $"the build is locked and may not change the contract of '{dataset.Name}'; {LockedBuild.WhatToDo}");
        AtomicFile.WriteIfChanged(dataset.Contract, ContractJson.Write(now), request.Temporary);
        output.Show($"{name}: accepted; review and commit it");
    }

    void SayOfEach(Table table)
    {
        var check = new ProfileCheck(table, new(asErrors: false));
        foreach (var file in table.Partitions)
            foreach (var (_, _, message) in check.Describe(file))
                output.Show($"  {file.FileName}: {message}");
    }
}
