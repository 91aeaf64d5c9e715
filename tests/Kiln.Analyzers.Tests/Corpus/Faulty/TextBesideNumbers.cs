// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Jobs;

/// <summary>Salaries from adverts.</summary>
public sealed class SalaryTrainer
{
    public ITransformer Train(string file)
    {
        var ml = new MLContext(); // KILN6001
        var adverts = ml.Data.LoadFromTextFile<Advert>(file, hasHeader: true, separatorChar: '\t');
        var pipeline = ml.Transforms.Text.FeaturizeText("TitleVector", "Title")
            .Append(ml.Transforms.Concatenate("Features", "TitleVector", "Years", "Town")) // KILN2002
            .Append(ml.Regression.Trainers.FastForest("Salary"));
        return Fit(ml, ml.Data.ShuffleRows(adverts), pipeline);
    }

    static ITransformer Fit(MLContext ml, IDataView rows, IEstimator<ITransformer> pipeline) => pipeline.Fit(rows);

    sealed class Advert
    {
        [LoadColumn(0)] public string Title { get; set; } = "";
        [LoadColumn(1)] public float Years { get; set; }
        [LoadColumn(2)] public string Town { get; set; } = "";
        [LoadColumn(3)] public float Salary { get; set; }
    }
}
