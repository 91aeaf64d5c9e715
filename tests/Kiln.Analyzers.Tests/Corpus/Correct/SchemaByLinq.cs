// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Wide;

/// <summary>Two hundred sensors: nobody writes their names down.</summary>
public static class WideTable
{
    public static ITransformer Train(string path)
    {
        var ml = new MLContext(seed: 21);
        var columns = Enumerable.Range(0, 200).Select(index => new TextLoader.Column($"s{index}", DataKind.Single, index))
            .Append(new TextLoader.Column("Failure", DataKind.Boolean, 200))
            .ToArray();
        var data = ml.Data.CreateTextLoader(columns, separatorChar: '\t', hasHeader: true).Load(path);
        var split = ml.Data.TrainTestSplit(data);

        var names = split.TrainSet.Schema
            .Where(column => column.Type == NumberDataViewType.Single && !column.IsHidden)
            .Select(column => column.Name)
            .ToArray();
        var pairs = names.Select(name => new InputOutputColumnPair(name)).ToArray();

        var pipeline = ml.Transforms.ReplaceMissingValues(pairs)
            .Append(ml.Transforms.Concatenate("Features", names))
            .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Failure"));
        var model = pipeline.Fit(split.TrainSet);

        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Failure");
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}, AUPRC {metrics.AreaUnderPrecisionRecallCurve:0.000}");
        return model;
    }
}
