using Kiln.Host.Boosters;
using Kiln.Host.Export.Steps;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Export.Parity;

/// <summary>
/// Holds the trees of every LightGBM model in a pipeline against LightGBM's own predictions. The trees are what ML.NET predicts with and
/// what the exported file is made from; were they read wrongly, both would be wrong alike.
/// </summary>
static class BoosterCheck
{
    /// <param name="steps">The pipeline's steps, over the rows to check.</param>
    /// <param name="limit">How many rows to check.</param>
    /// <param name="describe">A row's name.</param>
    /// <param name="atThresholds">Whether to ask at the trees' thresholds too.</param>
    public static void Run(List<PipelineStep> steps, int limit, Func<int, string> describe, bool atThresholds = false)
    {
        foreach (var step in steps)
        {
            var boosters = EnsembleFinder.Find(step.Model)
                .Select(ensemble => (Ensemble: ensemble, From: BoosterTable.Find(ensemble)))
                .Where(pair => pair.From is not null)
                .GroupBy(pair => pair.From!.Value.Booster, pair => (pair.Ensemble, pair.From!.Value.Score))
                .ToList();
            if (boosters.Count == 0 || step.FeatureColumn is not { } column)
                continue;
            var rows = Rows(step.Source, column, limit);
            List<Probe> probes = [.. rows.Select((row, i) => new Probe(row, describe(i)))];
            foreach (var booster in boosters)
                Check(booster.Key, atThresholds ? [.. probes, .. ThresholdProbes.Create(booster.Select(pair => pair.Ensemble), rows)] : probes, [.. booster]);
        }
    }

    static void Check(Booster booster, List<Probe> probes, List<(TreeEnsembleModelParameters Ensemble, int Score)> ensembles)
    {
        using var native = new NativeBooster(booster.Text);
        List<float> features = [];
        List<Probe> asked = [];
        var row = new float[native.Features];
        foreach (var probe in probes)
        {
            if (!booster.TryWriteFeatures(probe.Columns, row))
                continue;
            asked.Add(probe);
            features.AddRange(row);
        }
        var expected = native.RawScores(features.ToArray());
        foreach (var (ensemble, score) in ensembles)
        {
            var trees = new EnsembleScore(ensemble);
            for (var i = 0; i < asked.Count; i++)
            {
                // The same numbers in the same order: nothing is rounded otherwise.
                var (actual, wanted) = (trees.Predict(asked[i].Columns), expected[i * native.Scores + score]);
                if (!actual.Equals(wanted))
                    throw new ExportException($"LightGBM's trees were not read as it wrote them: a score is {actual:R} and LightGBM's {wanted:R} "
                        + $"for {asked[i].Name}; this is a bug in Kiln: report it with this message, or use another trainer");
            }
        }
    }

    static List<float[]> Rows(IDataView data, string name, int limit)
    {
        var column = data.Schema[name];
        using var cursor = data.GetRowCursor([column]);
        var getter = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> row = default;
        List<float[]> rows = [];
        while (rows.Count < limit && cursor.MoveNext())
        {
            getter(ref row);
            rows.Add([.. row.DenseValues()]);
        }
        return rows;
    }
}
