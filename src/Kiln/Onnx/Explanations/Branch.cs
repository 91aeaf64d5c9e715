namespace Kiln.Onnx.Explanations;

/// <summary>A question of a tree with two answers, asked of one source.</summary>
/// <param name="Source">Of whose code it asks.</param>
/// <param name="Answers">The first of the words that have a bit for each code: whether it leads to the first side.</param>
/// <param name="Player">To whom the source belongs.</param>
/// <param name="First">The branch on the first side, counted in its tree, or the complement of a leaf.</param>
/// <param name="Second">Likewise on the other side.</param>
/// <param name="Share">Of the training rows that came here, those on the first side.</param>
/// <param name="Earlier">
/// The side of the last branch on the way here that asks the same player: twice the branch's place, and one more for its second side; -1 where there is none.
/// </param>
/// <param name="EarlierShare">The product of the shares of all sides of that player's on the way here.</param>
readonly record struct Branch(int Source, int Answers, int Player, int First, int Second, double Share, int Earlier, double EarlierShare);

/// <summary>A tree among others: which of their branches are its, and how many blocks of points it takes.</summary>
readonly record struct BranchedTree(int First, int End, int Blocks);
