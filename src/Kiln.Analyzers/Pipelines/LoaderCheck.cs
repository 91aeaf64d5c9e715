using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Rules;
using Kiln.Contracts.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Holds the classes that text loaders fill against themselves, and against the contract of the file where the project has one.</summary>
sealed class LoaderCheck(Func<ContractSet> contracts)
{
    readonly Lazy<ContractSet> _contracts = new(contracts);

    public IEnumerable<Finding> Check(IInvocationOperation call)
    {
        if (DataReader.LoadedClass(call) is not { } type || ClassColumns.Loaded(type) is not { } columns)
            yield break;
        foreach (var shared in WrongLoadColumn.FindShared(columns))
            yield return shared;
        if (call.Text("path") is not { } path || _contracts.Value.Find(Dataset(path))?.Contract is not { } contract)
            yield break;
        foreach (var column in columns)
            if (Named(column, contract) is { } named)
                if (WrongLoadColumn.Find(column, named, contract) is { } wrong)
                    yield return wrong;
                else if (InputClassDoesNotFit.Find(column, named, call.NameLocation()) is { } other)
                    yield return other;
    }

    /// <summary>A dataset is named after its file.</summary>
    static string Dataset(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1).Split('.')[0];

    /// <summary>The contract's column of that name, as the file or as C# spells it.</summary>
    static Column? Named(ClassColumn column, DataContract contract) => contract.Find(column.Name) ?? contract.Columns.FirstOrDefault(
        one => string.Equals(one.Property, column.Name, StringComparison.OrdinalIgnoreCase));
}
