// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Clocks.Mapping;

public class Member
{
    [LoadColumn(0)] public DateTime Joined { get; set; }
    [LoadColumn(1)] public float Logins { get; set; }
    [LoadColumn(2)] public bool Renewed { get; set; }
}

public class Seniority
{
    public float Days { get; set; }
}

[CustomMappingFactoryAttribute("Seniority")]
public class SeniorityFactory : CustomMappingFactory<Member, Seniority>
{
    public override Action<Member, Seniority> GetMapping() => (member, seniority) =>
        seniority.Days = (float)(DateTime.Now - member.Joined).TotalDays; // KILN6003
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        ml.ComponentCatalog.RegisterAssembly(typeof(SeniorityFactory).Assembly);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Member>("members.csv", ',', true));
        var pipeline = ml.Transforms.CustomMapping(new SeniorityFactory().GetMapping(), contractName: "Seniority")
            .Append(ml.Transforms.Concatenate("Features", "Days", "Logins"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Renewed"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Renewed").AreaUnderRocCurve);
    }
}
