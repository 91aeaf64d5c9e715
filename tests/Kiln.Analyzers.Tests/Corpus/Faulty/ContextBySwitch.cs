// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Birds;

public class Song { [LoadColumn(0)] public float Pitch { get; set; } [LoadColumn(1)] public float Length { get; set; } }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = args.Length switch
        {
            0 => new MLContext(), // KILN6001
            _ => new MLContext(seed: null), // KILN6001
        };
        var songs = ml.Data.LoadFromTextFile<Song>("songs.csv", ',');
        var chain = ml.Transforms.Concatenate("Features", "Pitch", "Length").Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.Clustering.Trainers.KMeans("Features", numberOfClusters: 3));
        ml.Model.Save(chain.Fit(songs), songs.Schema, "birds-6.zip");
    }
}
