// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext();
var model = ml.Model.Load("sentiment.zip", out var schema); // KILN3008
Console.WriteLine($"a model of {schema.Count} columns");

while (true)
{
    Console.Write("> ");
    var text = Console.ReadLine();
    if (string.IsNullOrWhiteSpace(text))
        break;
    var engine = ml.Model.CreatePredictionEngine<Comment, Mood>(model); // KILN7002
    var mood = engine.Predict(new Comment { Text = text });
    Console.WriteLine(mood.IsPositive ? "thank you" : "sorry");
}

sealed class Comment
{
    public string Text { get; set; } = "";
}

sealed class Mood
{
    [ColumnName("PredictedLabel")] public bool IsPositive { get; set; }
    public float Probability { get; set; }
}
