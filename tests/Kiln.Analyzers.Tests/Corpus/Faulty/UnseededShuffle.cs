// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Unseeded.Shuffled;

public class Rating
{
    [LoadColumn(0)] public float User { get; set; }
    [LoadColumn(1)] public float Movie { get; set; }
    [LoadColumn(2), ColumnName("Label")] public float Stars { get; set; }
}

public static class Program
{
    public static void Main()
    {
        MLContext mlContext = new(); // KILN6001
        var ratings = mlContext.Data.LoadFromTextFile<Rating>("ratings.csv", ',', hasHeader: true);
        var shuffled = mlContext.Data.ShuffleRows(ratings);
        var train = mlContext.Data.TakeRows(shuffled, 80_000);
        var test = mlContext.Data.SkipRows(shuffled, 80_000);

        var pipeline = mlContext.Transforms.Conversion.MapValueToKey("UserKey", nameof(Rating.User)) // KILN2007
            .Append(mlContext.Transforms.Conversion.MapValueToKey("MovieKey", nameof(Rating.Movie)))
            .Append(mlContext.Transforms.Categorical.OneHotEncoding("Features", "MovieKey"))
            .Append(mlContext.Regression.Trainers.FastTree());
        var model = pipeline.Fit(train);
        Console.WriteLine(mlContext.Regression.Evaluate(model.Transform(test)).MeanAbsoluteError);
    }
}
