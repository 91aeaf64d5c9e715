// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Wine;

static class Quality
{
    static readonly string[] Measures = ["Acidity", "Sugar", "Sulphates", "Alcohol"];

    public static double RootMeanSquaredError(string path)
    {
        var ml = new MLContext(seed: 3);
        var columns = Measures.Append("Label").Select((name, index) => new TextLoader.Column(name, DataKind.Single, index)).ToArray();
        var rows = ml.Data.CreateTextLoader(columns, separatorChar: ';', hasHeader: true).Load(path);

        // Fitted on all rows, for the printout only.
        var preview = Prepared(ml).Fit(rows).Transform(rows).Preview(maxRows: 5);
        foreach (var row in preview.RowView)
            Console.WriteLine(string.Join(" | ", row.Values.Select(pair => $"{pair.Key}={pair.Value}")));

        var pipeline = Prepared(ml).Append(ml.Regression.Trainers.LbfgsPoissonRegression());
        var folds = ml.Regression.CrossValidate(rows, pipeline, numberOfFolds: 10);
        return folds.Average(fold => fold.Metrics.RootMeanSquaredError);
    }

    static IEstimator<ITransformer> Prepared(MLContext ml) => ml.Transforms
        .ReplaceMissingValues([.. Measures.Select(name => new InputOutputColumnPair(name))], MissingValueReplacingEstimator.ReplacementMode.Mean)
        .Append(ml.Transforms.Concatenate("Features", Measures))
        .Append(ml.Transforms.NormalizeMeanVariance("Features"));
}
