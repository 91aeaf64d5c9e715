// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Tables;

/// <summary>Trains on whatever a table holds: the columns are known when it runs.</summary>
public sealed class AnyTable(MLContext ml)
{
    public ITransformer Train(string path, string label)
    {
        var header = File.ReadLines(path).First().Split(',');
        var columns = header.Select((name, index) => new TextLoader.Column(name, Kind(name), index)).ToArray();
        var rows = ml.Data.LoadFromTextFile(path, new TextLoader.Options { Columns = columns, HasHeader = true, Separators = [','] });

        var texts = rows.Schema.Where(column => column.Type is TextDataViewType).Select(column => column.Name).ToArray();
        var numbers = rows.Schema.Where(column => column.Type is NumberDataViewType && column.Name != label).Select(column => column.Name).ToArray();

        IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Numbers", numbers);
        foreach (var text in texts)
            pipeline = pipeline.Append(ml.Transforms.Categorical.OneHotHashEncoding(text));
        pipeline = pipeline.Append(ml.Transforms.Concatenate("Features", [.. texts, "Numbers"]));
        if (numbers.Length > 100)
            pipeline = pipeline.Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnCount("Features", count: 10));
        pipeline = pipeline.Append(ml.Transforms.NormalizeLogMeanVariance("Features"))
            .Append(ml.Regression.Trainers.OnlineGradientDescent(label));

        try
        {
            pipeline.Fit(ml.Data.TakeRows(rows, 50));
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidDataException($"{path} is no table to train on", error);
        }
        return pipeline.Fit(rows);
    }

    static DataKind Kind(string name) => name.EndsWith("_txt", StringComparison.Ordinal) ? DataKind.String : DataKind.Single;
}
