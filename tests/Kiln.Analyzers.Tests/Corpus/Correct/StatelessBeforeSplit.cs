// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Stateless;

public class Post
{
    [LoadColumn(0)] public string Title { get; set; } = "";
    [LoadColumn(1)] public string Kind { get; set; } = "";
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var posts = ml.Data.LoadFromTextFile<Post>("posts.tsv", hasHeader: true);

        // Nothing is learned here: lower case, words, a copy. It does not matter that all rows pass through it.
        var cleaning = ml.Transforms.Text.NormalizeText("Clean", "Title")
            .Append(ml.Transforms.Text.TokenizeIntoWords("Words", "Clean"))
            .Append(ml.Transforms.Text.RemoveDefaultStopWords("Words"));
        var cleaned = cleaning.Fit(posts).Transform(posts);
        cleaned = ml.Data.FilterByCustomPredicate<Post>(cleaned, post => post.Title.Length == 0);

        var split = ml.Data.TrainTestSplit(cleaned, 0.2);
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(ml.Transforms.Conversion.MapValueToKey("WordKeys", "Words"))
            .Append(ml.Transforms.Text.ProduceNgrams("Features", "WordKeys", ngramLength: 1))
            .Append(ml.MulticlassClassification.Trainers.NaiveBayes());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);
    }
}
