// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rooms;

sealed class Room
{
    [LoadColumn(0)]
    public float Area { get; set; }

    [LoadColumn(1)]
    public float Windows { get; set; }

    [LoadColumn(2)]
    public float Heating { get; set; }
}

sealed class Question
{
    public float Area { get; set; }

    public int Windows { get; set; } // KILN2009
}

sealed class Answer
{
    public float Score { get; set; }
}

static class Program
{
    static void Main(string[] args)
    {
        var ml = new MLContext(seed: 12);
        var rooms = ml.Data.LoadFromTextFile<Room>(args[0], separatorChar: ',');
        var pipeline = ml.Transforms.Concatenate("Features", "Area", "Windows").Append(ml.Regression.Trainers.FastTree("Heating"));
        var model = pipeline.Fit(rooms);
        var engine = ml.Model.CreatePredictionEngine<Question, Answer>(model);
        Console.WriteLine(engine.Predict(new Question { Area = 20, Windows = 2 }).Score);
    }
}
