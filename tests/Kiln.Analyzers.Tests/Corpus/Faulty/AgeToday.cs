// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Pensions;

sealed class Member
{
    [LoadColumn(0)]
    public float BirthYear { get; set; }

    [LoadColumn(1)]
    public float Paid { get; set; }

    [LoadColumn(2)]
    public float Pension { get; set; }
}

sealed class WithAge
{
    public float Age { get; set; }
}

static class Training
{
    public static void Run(MLContext ml, string data, string target)
    {
        var members = ml.Data.LoadFromTextFile<Member>(data, separatorChar: ';');
        void Aged(Member member, WithAge aged)
        {
            var today = DateTime.Today; // KILN6003
            aged.Age = today.Year - member.BirthYear;
        }

        var mapping = ml.Transforms.CustomMapping<Member, WithAge>(Aged, contractName: null); // KILN6004
        var pipeline = mapping.Append(ml.Transforms.Concatenate("Features", "Age", "Paid"))
            .Append(ml.Regression.Trainers.FastTree("Pension"));
        var scores = ml.Regression.CrossValidate(members, pipeline, labelColumnName: "Pension");
        Console.WriteLine(scores.Max(score => score.Metrics.MeanAbsoluteError));
        ml.Model.Save(pipeline.Fit(members), members.Schema, target);
    }
}
