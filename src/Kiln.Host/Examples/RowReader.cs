using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Data.Loading;
using Kiln.Host.Data.Violations;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Examples;

/// <summary>
/// Reads the data of a project's models, each table once for all that share it. What one model makes of its table is kept until the next
/// model's is asked for: they are brought up to date one after the other.
/// </summary>
/// <param name="warn">Takes warnings about the data, after which reading goes on.</param>
/// <param name="list">Takes all of what breaks a contract.</param>
sealed class RowReader(Action<Diagnostic> warn, ViolationList? list = null)
{
    readonly Dictionary<(string Dataset, string? Keyed), Table> _tables = [];
    readonly HashSet<string> _refused = [];
    (ModelPlan Plan, ModelRows Rows)? _last;

    /// <summary>All models of the project: a table is read once, so what each of them asks of it is asked then.</summary>
    public IReadOnlyList<ModelPlan> Plans { get; set; } = [];

    /// <exception cref="BuildException">The data cannot be read, or does not fit its contract.</exception>
    public ModelRows Read(ModelPlan plan)
    {
        if (_last is not { } last || last.Plan != plan)
            _last = last = (plan, new(ReadTable(plan).Merged, plan.Shape, plan.Lock?.Split));
        return last.Rows;
    }

    /// <summary>All rows of all files, those that do not count once they are merged as well.</summary>
    public Table ReadAll(ModelPlan plan) => ReadTable(plan);

    /// <summary>Holds data that no model has against its contract, and keeps none of it.</summary>
    /// <exception cref="BuildException">The data cannot be read, or does not fit its contract.</exception>
    public void Verify(Dataset dataset) => TableLoader.Load(dataset, ContractFile.Load(dataset), null, warn, null, list);

    /// <summary>Models of one dataset share its rows, unless they were first trained when it had other columns.</summary>
    Table ReadTable(ModelPlan plan)
    {
        var by = plan.Lock?.Split.By;
        var key = (plan.Dataset.Name, by is null ? null : string.Join('\n', by));
        if (_tables.TryGetValue(key, out var table))
            return table;
        // What is wrong with a dataset is said once, however many models have it.
        if (_refused.Contains(plan.Dataset.Name))
            throw new BuildException([]);
        try
        {
            return _tables[key] = TableLoader.Load(plan.Dataset, plan.Contract, by, warn, Used(plan.Dataset), list);
        }
        catch (BuildException)
        {
            _refused.Add(plan.Dataset.Name);
            throw;
        }
    }

    UsedColumns Used(Dataset dataset)
    {
        var shapes = Plans.Where(plan => plan.Dataset == dataset).Select(plan => plan.Shape).ToList();
        return new()
        {
            Classes = shapes.Where(shape => shape.HasLabel && shape.Classes.Count > 0).Select(shape => shape.Label.Name).ToHashSet(),
            Weights = shapes.Select(shape => shape.Weight?.Name).OfType<string>().ToHashSet(),
            Relevances = shapes.Where(shape => shape.Task == TaskKind.Ranking).Select(shape => shape.Label.Name).ToHashSet(),
            Queries = shapes.Select(shape => shape.Query?.Name).OfType<string>().ToHashSet(),
        };
    }
}
