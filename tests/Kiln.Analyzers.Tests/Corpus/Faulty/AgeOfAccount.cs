// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Accounts;

public sealed class Account
{
    public float OpenedIn { get; set; }
    public float Posts { get; set; }
    public bool Bot { get; set; }
}

public sealed class AccountAge
{
    public float Years { get; set; }
}

public static class BotTrainer
{
    public static void TrainAndSave(IEnumerable<Account> accounts, Stream output)
    {
        var ml = new MLContext();
        var rows = ml.Data.LoadFromEnumerable(accounts);
        var pipeline = ml.Transforms.CustomMapping<Account, AccountAge>(AddAge, contractName: null) // KILN6004
            .Append(ml.Transforms.Concatenate("Features", nameof(AccountAge.Years), nameof(Account.Posts)))
            .Append(ml.BinaryClassification.Trainers.FastTree(nameof(Account.Bot)));
        ml.Model.Save(pipeline.Fit(rows), rows.Schema, output);
    }

    static void AddAge(Account account, AccountAge age) => age.Years = DateTime.Today.Year - account.OpenedIn; // KILN6003
}
